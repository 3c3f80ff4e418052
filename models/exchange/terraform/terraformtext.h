// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

// Definitions as configuration of the vendor's Terraform provider (matillion-streaming_pipeline).
namespace Sluice {

// One pipeline to write. pipelineId may be empty (a draft); then nothing is imported.
struct TerraformPipeline {
    QString projectId;
    QString pipelineId;
    QJsonObject definition;
};

// Something that the provider cannot hold, or holds in another way.
struct TerraformGap {
    qsizetype pipeline = 0; // which of the pipelines
    QString path;           // dotted, as the API writes it
    QString reason;         // one sentence, translated

    bool operator==(const TerraformGap &) const = default;
};

struct TerraformOptions {
    bool withProvider = true; // the provider's own blocks, for a folder that has none yet
    QString accountId;        // empty: a variable
    QString region;           // "eu", "us", ...; empty: a variable
};

struct TerraformText {
    QString text; // as "terraform fmt" leaves it; gaps stand in comments above their pipeline
    QList<TerraformGap> gaps;
};

// Attribute names are those of the provider's published schema: the API's names in snake case.
// The import block needs Terraform 1.5.
TerraformText terraformText(const QList<TerraformPipeline> &pipelines,
                            const TerraformOptions &options = {});

} // namespace Sluice
