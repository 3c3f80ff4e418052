// SPDX-License-Identifier: Apache-2.0
#include "models/support/plurals.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace Sluice {

void installPlurals()
{
    auto *plurals = new QTranslator(QCoreApplication::instance());
    [[maybe_unused]] const bool isLoaded = plurals->load(u":/translations/sluice_en.qm"_s);
    Q_ASSERT(isLoaded);
    QCoreApplication::installTranslator(plurals);
}

} // namespace Sluice
