// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialog.h"

#include <QJsonObject>

namespace Sluice {

// The differences between two definitions, in the user's terms and as JSON side by side.
class CompareDialog final : public Dialog
{
    Q_OBJECT

public:
    // Both are portable definitions. runners: names by id.
    CompareDialog(const QJsonObject &left, const QJsonObject &right,
                  const QHash<QString, QString> &runners, QWidget *parent = nullptr);
};

} // namespace Sluice
