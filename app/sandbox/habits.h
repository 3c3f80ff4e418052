// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/records.h"

namespace Sluice::Sandbox {

// The two courses of a snapshot that the vendor's documents tell of.
enum class Snapshots {
    First,    // at the first start
    OnDemand, // somebody asks for it while the pipeline is streaming
    Mixed,    // one or the other, by the pipeline's id
};

// How all pipelines and runners of a server behave, as its options say. What one of them does
// follows from its id, so that it is the same on every run.
struct Habits {
    double speed = 1.0; // of the life cycle
    Snapshots snapshots = Snapshots::First;
    qint64 unrest = 0; // ms at speed 1 between two kinds of incidents; 0: none
    qint64 begin = 0;  // ms since 1970; from then on there is unrest

    // Gives the record its habits. They are not kept in the store.
    void applyTo(Pipeline &pipeline) const;
    void applyTo(Agent &agent) const;

    // Gives a new seed, made at `begin`, snapshots on demand that are done, under way or to come.
    void season(Records &records) const;
};

} // namespace Sluice::Sandbox
