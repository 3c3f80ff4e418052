// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Sluice {

class EventStore;
class Timelines;

// What is remembered of the fleet. Null where nothing is kept.
struct History {
    EventStore *events = nullptr;
    Timelines *timelines = nullptr;
};

} // namespace Sluice
