// SPDX-License-Identifier: Apache-2.0
#include "models/definition/pipelinekey.h"

#include <QHash>

namespace Sluice {

size_t qHash(const PipelineKey &key, size_t seed)
{
    return qHashMulti(seed, key.account, key.project, key.pipeline);
}

} // namespace Sluice
