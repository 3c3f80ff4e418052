// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/event.h"

#include <QByteArray>

// Events as files for other programs. Times are UTC in ISO 8601 with milliseconds.
namespace Sluice::EventTexts {

// CSV with a row of titles, see CsvText.
QByteArray csv(const QList<Event> &events);
// A JSON array of objects, one a line.
QByteArray json(const QList<Event> &events);

} // namespace Sluice::EventTexts
