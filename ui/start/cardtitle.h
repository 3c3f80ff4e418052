// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Sluice {

// The heading of a card: an icon in the accent colour and a title.
class CardTitle final : public QWidget
{
    Q_OBJECT

public:
    CardTitle(const QString &iconName, const QString &title, QWidget *parent = nullptr);
};

// An icon as a widget, in one of the palette's colours.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    enum class Ink { Focus, Good };

    IconLabel(QString iconName, int size, Ink ink, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    Ink m_ink;
};

} // namespace Sluice
