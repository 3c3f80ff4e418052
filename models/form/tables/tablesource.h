// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

#include <functional>

namespace Sluice {

// The tables of a pipeline that another one may take over.
struct TableSource {
    QString name;      // of the pipeline
    QString place;     // its project, with the account when there are several
    QString type;      // of its source, "sqlserver"
    QString from;      // host and database
    QJsonArray tables; // as its definition has them
};

// Gives the pipelines that are known when it is called.
using TableSources = std::function<QList<TableSource>()>;

} // namespace Sluice
