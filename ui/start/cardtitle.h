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

} // namespace Sluice
