// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Sluice {

// The second of two equal names in one object. Readers keep only one of the two values, so the
// other one would be lost unseen.
struct RepeatedName {
    qsizetype offset = 0; // of its opening quote
    QString name;
    QString path; // dotted, "streamingSource.tables[3].schema"
};

// The first repeated name in valid JSON text; nothing when all names differ.
std::optional<RepeatedName> findRepeatedName(const QByteArray &json);

} // namespace Sluice
