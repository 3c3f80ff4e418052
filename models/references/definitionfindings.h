// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Sluice {

class FormModel;
class PipelineModel;

// Something to look at in a definition before it is created. It blocks nothing.
struct DefinitionFinding {
    QString path; // of the field, with dots; empty: it belongs to no field
    QString text; // one or two sentences, translated

    bool operator==(const DefinitionFinding &) const = default;
};

// Everything that may be wrong with a new definition, in the order of its fields: messages of its
// fields, doubts about its references to secrets, and what it shares with other pipelines of the
// account although that is wrong or rare (tables, the prefix of a stage, a folder, a replication
// slot). cloud: the cloud of its runner (aws, azure, gcp); empty: not known. except: the id of the
// pipeline that it replaces, which does not count as another one.
QList<DefinitionFinding> definitionFindings(const FormModel &form, const PipelineModel &pipelines,
                                            const QString &account, const QString &cloud,
                                            const QString &except = {});

} // namespace Sluice
