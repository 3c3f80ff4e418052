// SPDX-License-Identifier: Apache-2.0
#include "models/api/waittext.h"

#include <QCoreApplication>

namespace Sluice {

using namespace std::chrono_literals;

namespace {

// A number and its unit in the user's language.
QString withUnit(const char *text, qint64 number)
{
    return QCoreApplication::translate("Wait", text).arg(number);
}

} // namespace

QString waitText(std::chrono::milliseconds wait)
{
    if (wait <= 120s)
        return withUnit(QT_TRANSLATE_NOOP("Wait", "%1 s"),
                        std::chrono::ceil<std::chrono::seconds>(wait).count());
    if (wait <= 120min)
        return withUnit(QT_TRANSLATE_NOOP("Wait", "%1 min"),
                        std::chrono::ceil<std::chrono::minutes>(wait).count());
    return withUnit(QT_TRANSLATE_NOOP("Wait", "%1 h"),
                    std::chrono::ceil<std::chrono::hours>(wait).count());
}

} // namespace Sluice
