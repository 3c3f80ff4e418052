// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QFontMetrics;

namespace Sluice {

// "host/database" cut to width px: the host in its domain first ("sqlserver…/my_database"), then in
// its name, and the database last, because that is what tells pipelines apart.
QString elidedSource(const QString &host, const QString &database, const QFontMetrics &metrics,
                     int width);

// The source with the host cut in its domain; the whole host when there is no database.
QString shortSource(const QString &host, const QString &database);

} // namespace Sluice
