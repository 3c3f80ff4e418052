// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"

#include <QString>

namespace Sluice {

// One thing that can be chosen in the palette, as plain words.
struct PaletteEntry {
    enum class Section { Actions, Pipelines, Pages, Views, Projects, Accounts };
    static constexpr int sections = 6;

    Section section = Section::Actions;
    QString id; // tells it from all others, also in the next run of the program
    QString text;
    QString detail;   // what stands beside it, mostly where it is
    QString reason;   // why it cannot be done now; empty: it can
    QString shortcut; // as the user reads it
    QString icon;
    QString verb;    // of a pipeline: what is done to it; empty: it is opened
    PipelineKey key; // of a pipeline
};

// What can be done to a pipeline that is named after it: "stop orders".
struct PaletteVerb {
    enum class Need { Nothing, Startable, Stoppable };

    QString id;
    QString text;
    QString icon;
    QString shortcut;
    Need need = Need::Nothing;
    bool isAsking = false;     // before it does anything
    bool needsAccount = false; // which must be in reach
};

} // namespace Sluice
