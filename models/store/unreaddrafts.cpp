// SPDX-License-Identifier: Apache-2.0
#include "models/store/unreaddrafts.h"

#include "models/store/database/storeproblem.h"

#include <QCoreApplication>

namespace Sluice {

Notice unreadDrafts(const StoreProblem &problem)
{
    Notice notice;
    notice.key = unreadDraftsKey;
    notice.kind = Notice::Kind::Warning;
    notice.fact = QCoreApplication::translate(
        "UnreadDrafts", "Kept drafts could not be read, so it is not known whether there are any.");
    notice.consequence = problem.text;
    notice.details = problem.text;
    notice.verb = QCoreApplication::translate("UnreadDrafts", "Try again");
    return notice;
}

} // namespace Sluice
