// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>

namespace Sluice {

// A pipeline's address within all accounts.
struct PipelineKey {
    QString account; // Profile::id
    QString project;
    QString pipeline;

    bool isValid() const { return !pipeline.isEmpty(); }

    bool operator==(const PipelineKey &) const = default;
};

size_t qHash(const PipelineKey &key, size_t seed = 0);

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::PipelineKey)
