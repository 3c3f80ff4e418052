// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/leftoutbanner.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype mostNamed = 3; // the others are counted

QString placesText(const QList<DefinitionPath> &places)
{
    QStringList named;
    for (const DefinitionPath &place : places.first(qMin(places.size(), mostNamed)))
        named.append(place.isEmpty() ? LeftOutBanner::tr("the JSON text") : place.text());
    if (places.size() > mostNamed)
        named.append(LeftOutBanner::tr("%Ln more", nullptr, int(places.size() - mostNamed)));
    return named.join(u", "_s);
}

} // namespace

LeftOutBanner::LeftOutBanner(QWidget *parent)
    : Banner(Kind::Warning, parent)
{
    setObjectName(u"leftOutBanner"_s);
    setClosable(true);
    hide();
}

void LeftOutBanner::showPlaces(const QList<DefinitionPath> &places)
{
    if (places.isEmpty()) {
        hide();
        return;
    }
    setText(tr("%Ln value(s) are missing here: %1.", nullptr, int(places.size()))
                .arg(placesText(places)),
            tr("It looked like a secret itself, which is not kept on this computer. Enter what "
               "belongs there before you go on."));
    show();
}

QString LeftOutBanner::offerText(const QList<DefinitionPath> &places)
{
    if (places.isEmpty())
        return {};
    return tr("%Ln value(s) are left out, as secrets are not kept: %1.", nullptr,
              int(places.size()))
        .arg(placesText(places));
}

} // namespace Sluice
