// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Sluice {

class FormModel;
class PipelineModel;

// Something to look at in a definition before it is created; it blocks nothing.
struct DefinitionFinding {
    QString path; // dotted, of the field; empty: of none
    QString text; // one or two sentences, translated

    bool operator==(const DefinitionFinding &) const = default;
};

// All that is known against a new definition, in the order of its fields: what its fields say
// themselves, what may be wrong with its references to secrets, and what it shares with pipelines
// of the account that must not be shared, or seldom is: tables, a stage's prefix, a folder, a
// replication slot. cloud: of its runner (aws, azure, gcp); empty: not known.
QList<DefinitionFinding> definitionFindings(const FormModel &form, const PipelineModel &pipelines,
                                            const QString &account, const QString &cloud);

} // namespace Sluice
