// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "models/references/referencelint.h"

#include <QJsonObject>

namespace Sluice {

// The references in what was read, and how they are printed.
struct SecretsListing {
    // A list that could not be read.
    struct Unread {
        QString what; // "runners", or a project's name
        QString projectId;
        QString message;
    };

    ReferenceIndex index;
    QList<Unread> unread;

    // Sorted by project, pipeline and rule.
    QList<ReferenceFinding> findings() const;
    // Prints a table of uses, a line for each finding and a summary; for programs json(); by name
    // the names of the secrets.
    void print(OutputFormat format) const;
    // {references: [{provider, location, name, key, users: [...]}], findings: [{rule, ..., reason,
    // advice}], unread: [{what, projectId, message}]}; users and findings name project, projectId,
    // pipeline, pipelineId and field.
    QJsonObject json() const;

private:
    void printForPeople() const;
    QStringList names() const;
    QString summary(qsizetype findings) const;
    QJsonObject placeJson(const PipelineKey &key, const DefinitionPath &path) const;
};

} // namespace Sluice
