// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/pipeline/secretreference.h"
#include "ui/widgets/dialog.h"

namespace Sluice {

class Fleet;
class SecretWatch;

// Which fields of which pipelines use a reference. Deletes itself when it is closed.
class SecretUsersDialog final : public Dialog
{
    Q_OBJECT

public:
    // fleet and watch outlive it.
    SecretUsersDialog(Fleet *fleet, const SecretWatch *watch, const SecretReference &reference,
                      QWidget *parent);
};

} // namespace Sluice
