// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/registry.h"

namespace Sluice::Sandbox {

// The operations on what the whole account did and used. Both need a permission that many
// credentials do not have.
class AccountOperations
{
public:
    AccountOperations(Registry &registry, bool isAllowed)
        : m_registry(registry)
        , m_isAllowed(isAllowed)
    {}

    Answer events(const Request &request) const;
    Answer consumption(const Request &request) const;

private:
    Registry &m_registry;
    const bool m_isAllowed;
};

} // namespace Sluice::Sandbox
