// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretguard.h"
#include "models/document/diff.h"
#include "models/exchange/files/importfile.h"

#include <QHash>

namespace Sluice {

enum class ImportAction {
    Unusable,  // nothing that could be sent: a fault, no name, a secret itself
    Create,    // the project has no pipeline of this name
    Update,    // the project's pipeline of this name says something else
    NoChange,  // the project's pipeline says the same (see semanticDiff)
    Ambiguous, // the project has several of this name
};

// What an import of a definition into a project would do.
struct ImportMatch {
    ImportAction action = ImportAction::Unusable;
    QString pipelineId;    // of Update and NoChange
    QJsonObject base;      // the project's definition, portable; of Update and NoChange
    QList<Change> changes; // from base to the entry; of Update
    // A name in a reference that looks like a secret itself and is not in the project's pipeline of
    // this name. The user is asked once before it is sent. Else fine.
    SecretVerdict doubt;
};

// A project's pipelines by name; names are compared exactly. The API promises no unique names.
class ProjectIndex
{
public:
    // definitions: as the server lists them.
    explicit ProjectIndex(const QList<QJsonObject> &definitions = {});

    ImportMatch match(const ImportEntry &entry) const;

private:
    QHash<QString, QList<QJsonObject>> m_byName;
};

} // namespace Sluice
