// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/database/storeproblem.h"

#include <QString>

#include <functional>

class QObject;

namespace Sluice {

class LocalStore;

// How much of one account the local store has.
struct AccountRecords {
    int drafts = 0;
    int versions = 0;
    int trash = 0;
    int events = 0;

    bool isEmpty() const { return drafts == 0 && versions == 0 && trash == 0 && events == 0; }
};

void countAccountRecords(LocalStore *store, const QString &account, QObject *context,
                         std::function<void(const StoreResult<AccountRecords> &)> got);

// Deletes drafts, versions, trash, events, timelines, last states and lists, mutes, pins, tags and
// notes of the account. Templates belong to no account and stay.
void removeAccountRecords(LocalStore *store, const QString &account);

} // namespace Sluice
