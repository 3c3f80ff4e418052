// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/figures.h"

#include <algorithm>
#include <cstdio>

#include <sys/resource.h>

namespace Sluice {

double Figures::median() const
{
    QList<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    return sorted.isEmpty() ? 0 : sorted.at(sorted.size() / 2);
}

QString Figures::line() const
{
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    if (least == values.end())
        return name + QStringLiteral(": nothing measured");
    return QStringLiteral("%1  median %2 %3  (min %4, max %5, n %6)")
        .arg(name.leftJustified(46))
        .arg(median(), 0, 'f', 1)
        .arg(unit)
        .arg(*least, 0, 'f', 1)
        .arg(*most, 0, 'f', 1)
        .arg(values.size());
}

qint64 processCpuMicroseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1'000'000LL + usage.ru_utime.tv_usec +
           usage.ru_stime.tv_usec;
}

void print(const QString &line)
{
    std::puts(line.toUtf8().constData());
    std::fflush(stdout);
}

} // namespace Sluice
