// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Sluice {

// Measured values of one row, as the benches print them.
struct Figures {
    QString name;
    QString unit;
    QList<double> values;

    double median() const;
    // "name   median 12.3 ms   (min 11.0, max 15.2, n 15)"
    QString line() const;
};

// CPU time of this process so far (user and system), in microseconds.
qint64 processCpuMicroseconds();

void print(const QString &line);

} // namespace Sluice
