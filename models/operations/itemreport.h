// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sluice {

class BatchRun;

// How far an item of a run is.
enum class ItemState {
    None, // it is not part of a run yet
    Waiting,
    Reading,
    Saving,
    Done,
    Failed,
    Unknown, // the answer is lost, and the server does not tell what became of it
    NotSeen, // the answer is lost, and a look showed nothing of it: a further try looks first
    NotSent,
};

// What a table says of an item of a run.
struct ItemReport {
    ItemState state = ItemState::None;
    QString text = {}; // what became of it, sentences, translated; may have several lines

    bool operator==(const ItemReport &) const = default;
};

// The item as it is now. done: what to say of one that was written.
ItemReport itemReport(const BatchRun &run, int item, const QString &done);

// Nobody knows whether the item was written.
inline bool isUnknown(ItemState state)
{
    return state == ItemState::Unknown || state == ItemState::NotSeen;
}

// Nothing more happens to it in this run.
inline bool isOver(ItemState state)
{
    return state != ItemState::None && state != ItemState::Waiting && state != ItemState::Reading &&
           state != ItemState::Saving;
}

} // namespace Sluice
