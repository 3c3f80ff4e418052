// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"
#include "ui/widgets/dialog.h"

namespace Sluice {

class Fleet;
class ReferenceMonitor;

// Which fields of which pipelines use a reference. Deletes itself when it is closed.
class SecretUsersDialog final : public Dialog
{
    Q_OBJECT

public:
    // fleet and watch outlive it.
    SecretUsersDialog(Fleet *fleet, const ReferenceMonitor *watch, const SecretReference &reference,
                      QWidget *parent);
};

} // namespace Sluice
