// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/output/tone.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Sluice {

// One thing that a watch tells: a line for people, or an object for programs.
struct WatchEvent {
    enum class Kind {
        Found,     // the first state of a pipeline
        Changed,   // from one state to another
        Gone,      // the pipeline is not there any more
        Trouble,   // the API does not answer as it should
        Recovered, // it does again
    };

    Kind kind = Kind::Found;
    QDateTime time;
    QString project;
    QString projectId;
    QString pipeline;
    QString pipelineId;
    QString from; // the server's words; empty: not known
    QString to;
    QDateTime since;    // begin of the former state; invalid: it was not seen
    QDateTime lastSeen; // when the former state was seen last
    bool isLongUnseen = false;
    bool isUnexpected = false; // it stopped, and not from here
    QString word;              // of a trouble, for programs: "network"
    QString message;           // of a trouble: sentences

    QString line() const;
    Tone tone() const;
    QJsonObject json() const;
};

} // namespace Sluice
