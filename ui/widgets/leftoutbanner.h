// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"
#include "ui/widgets/banner.h"

#include <QList>

namespace Sluice {

// Says which secrets were left out of something that was kept, so that the user enters them again.
// Hidden until there are some; the user can close it.
class LeftOutBanner final : public Banner
{
    Q_OBJECT

public:
    explicit LeftOutBanner(QWidget *parent = nullptr);

    // places: as Draft::leftOut has them; none: it hides.
    void showPlaces(const QList<DefinitionPath> &places);

    // "2 values are not in it, as secrets are not kept: a.b, c.", for offers; empty: no places.
    static QString offerText(const QList<DefinitionPath> &places);
};

} // namespace Sluice
