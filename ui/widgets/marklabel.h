// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/fonts.h"

#include <QWidget>

namespace Sluice {

// The small picture before a title or a line: an icon, or a source's monogram in its frame.
class MarkLabel final : public QWidget
{
    Q_OBJECT

public:
    enum class Ink { Secondary, Focus, Good };

    explicit MarkLabel(QWidget *parent = nullptr);

    void setMonogram(const QString &letters);
    void setIcon(const QString &name, Ink ink = Ink::Secondary, int size = Size::Icon);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_letters;
    QString m_icon;
    Ink m_ink = Ink::Secondary;
    int m_size = Size::Icon;
};

} // namespace Sluice
