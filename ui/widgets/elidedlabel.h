// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace Sluice {

// A label of one line that is cut with an ellipsis when it does not fit; its tool tip then has the
// whole text. Plain text only.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString shownText() const;

    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace Sluice
