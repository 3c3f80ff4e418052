// SPDX-License-Identifier: Apache-2.0
#include "models/definition/runnersize.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Sluice::RunnerSize {

namespace {

struct SizeText {
    Q_DECLARE_TR_FUNCTIONS(Sluice::RunnerSize)
};

struct Size {
    int tables;
    const char *name;
};

constexpr std::array sizes{
    Size{100, QT_TRANSLATE_NOOP("Sluice::RunnerSize", "small")},
    Size{200, QT_TRANSLATE_NOOP("Sluice::RunnerSize", "medium")},
    Size{400, QT_TRANSLATE_NOOP("Sluice::RunnerSize", "large")},
};

} // namespace

QString text(int tables)
{
    const auto *const size = std::find_if(sizes.begin(), sizes.end(),
                                          [tables](Size one) { return tables <= one.tables; });
    if (tables < 1 || size == sizes.end())
        return {};
    const QString count = SizeText::tr("%n table(s).", nullptr, tables);
    return SizeText::tr(
               "%1 Fits a runner of size %2 (up to %3, says the product documentation; the "
               "API names no limit).")
        .arg(count, SizeText::tr(size->name))
        .arg(size->tables);
}

QString warning(int tables)
{
    if (tables <= sizes.back().tables)
        return {};
    return SizeText::tr("%n table(s): the product documentation gives the largest runner %1. The "
                        "pipeline can be saved all the same; consider to divide it.",
                        nullptr, tables)
        .arg(sizes.back().tables);
}

} // namespace Sluice::RunnerSize
