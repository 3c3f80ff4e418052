// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/unreaddrafts.h"

#include "models/store/database/storeproblem.h"

#include <QCoreApplication>

namespace Sluice {

Cause unreadDrafts(const StoreProblem &problem)
{
    Cause cause;
    cause.key = unreadDraftsKey;
    cause.kind = Banner::Kind::Warning;
    cause.fact = QCoreApplication::translate(
        "UnreadDrafts", "Kept drafts could not be read, so it is not known whether there are any.");
    cause.consequence = problem.text;
    cause.details = problem.text;
    cause.verb = QCoreApplication::translate("UnreadDrafts", "Try again");
    return cause;
}

} // namespace Sluice
