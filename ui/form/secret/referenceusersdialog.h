// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"
#include "ui/widgets/dialog.h"

namespace Sluice {

class Fleet;
class ReferenceMonitor;

// Shows which fields of which pipelines use a reference. Deletes itself when it is closed.
class ReferenceUsersDialog final : public Dialog
{
    Q_OBJECT

public:
    // Fleet and monitor outlive it.
    ReferenceUsersDialog(Fleet *fleet, const ReferenceMonitor *monitor,
                         const SecretReference &reference, QWidget *parent);
};

} // namespace Sluice
