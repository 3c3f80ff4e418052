// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Sluice {

// The small picture before a title: an icon in the secondary colour, or a source's monogram in its
// frame.
class MarkLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit MarkLabel(QWidget *parent = nullptr);

    void setMonogram(const QString &letters);
    void setIcon(const QString &name);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_letters;
    QString m_icon;
};

} // namespace Sluice
