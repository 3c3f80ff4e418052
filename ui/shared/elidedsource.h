// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QFontMetrics;

namespace Sluice {

// "host/database", cut to width px. First the host's domain is cut ("sqlserver…/my_database"), then
// its name, and the database last, because it tells pipelines apart.
QString elidedSource(const QString &host, const QString &database, const QFontMetrics &metrics,
                     int width);

// The source with the host's domain cut; the whole host when there is no database.
QString shortSource(const QString &host, const QString &database);

} // namespace Sluice
