// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QLabel;

namespace Sluice {

// A small line of text with an icon in the colour of its family, below a field: why it is wrong, or
// what to look at. Hidden while it has no text.
class NoteLine final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteLine(Family family, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolor();

    Family m_family;
    QLabel *m_label;
};

} // namespace Sluice
