// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/terraform/terraformtext.h"

#include "models/definition/definition.h"
#include "models/exchange/terraform/terraformdefinition.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct TextWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Terraform)
};

// The resource's name: the part of the pipeline's name that Terraform allows, made different from
// all others.
QString label(const QString &pipelineName, QSet<QString> &taken)
{
    QString stem;
    const QString lower = pipelineName.toLower();
    for (const QChar letter : lower) {
        const bool isPlain = (letter >= u'a' && letter <= u'z') || letter.isDigit();
        if (isPlain && letter.unicode() < 0x80)
            stem += letter;
        else if (!stem.isEmpty() && !stem.endsWith(u'_'))
            stem += u'_';
    }
    while (stem.endsWith(u'_'))
        stem.chop(1);
    if (stem.isEmpty() || stem.front().isDigit())
        stem.prepend(stem.isEmpty() ? u"pipeline"_s : u"pipeline_"_s);
    QString name = stem;
    for (int number = 2; taken.contains(name); ++number)
        name = u"%1_%2"_s.arg(stem).arg(number);
    taken.insert(name);
    return name;
}

QString variable(const QString &name, const QString &description)
{
    return Hcl::block(u"variable "_s + Hcl::quoted(name),
                      {{u"type"_s, Hcl::expression(u"string"_s)},
                       {u"description"_s, Hcl::text(description)}}) +
           u'\n';
}

QString providerBlocks(const TerraformOptions &options)
{
    QString text = uR"(terraform {
  required_version = ">= 1.5"
  required_providers {
    matillion-streaming = {
      source = "matillion-public/matillion-streaming"
    }
  }
}

)"_s;
    if (options.accountId.isEmpty())
        text += variable(u"account_id"_s, TextWords::tr("Id of the Maia account"));
    if (options.region.isEmpty())
        text +=
            variable(u"region"_s, TextWords::tr("Region of the Maia account: eu or us, without the "
                                                "digit that the API's address has"));
    const auto value = [](const QString &known, const QString &name) {
        return known.isEmpty() ? Hcl::expression(u"var."_s + name) : Hcl::text(known);
    };
    text += Hcl::comment(
        TextWords::tr("Signs in with MATILLION_CLIENT_ID and MATILLION_CLIENT_SECRET."));
    text += Hcl::block(u"provider \"matillion-streaming\""_s,
                       {{u"account_id"_s, value(options.accountId, u"account_id"_s)},
                        {u"region"_s, value(options.region, u"region"_s)}});
    return text;
}

QString importBlock(const TerraformPipeline &pipeline, const QString &resource)
{
    return Hcl::block(u"import"_s,
                      {{u"to"_s, Hcl::expression(resource)},
                       {u"id"_s, Hcl::text(pipeline.projectId + u':' + pipeline.pipelineId)}}) +
           u'\n';
}

QString gapComment(const QList<TerraformGap> &gaps)
{
    if (gaps.isEmpty())
        return {};
    QString text = Hcl::comment(TextWords::tr("What the provider cannot hold as it is:"));
    for (const TerraformGap &gap : gaps)
        text += Hcl::comment(u"- %1: %2"_s.arg(gap.path, gap.reason));
    return text;
}

QString refusedComment()
{
    return Hcl::comment(TextWords::tr("The provider would refuse this pipeline, and all others "
                                      "with it, so it stands in comments.")) +
           Hcl::comment(TextWords::tr("Take the \"# \" away where your version of the provider has "
                                      "a place for it."));
}

} // namespace

TerraformText terraformText(const QList<TerraformPipeline> &pipelines,
                            const TerraformOptions &options)
{
    TerraformText whole;
    QStringList parts;
    if (options.withProvider)
        parts += providerBlocks(options);
    QSet<QString> labels;
    for (const TerraformPipeline &pipeline : pipelines) {
        const TerraformDefinition written(pipeline);
        const QString name = label(Definition::name(pipeline.definition), labels);
        QString text;
        if (!pipeline.pipelineId.isEmpty())
            text += importBlock(pipeline, u"matillion-streaming_pipeline."_s + name);
        const QString gaps = gapComment(written.gaps());
        const QString resource =
            Hcl::block(u"resource \"matillion-streaming_pipeline\" "_s + Hcl::quoted(name),
                       written.attributes());
        text = written.isAccepted()
                   ? text + gaps + resource
                   : gaps + refusedComment() + u'\n' + Hcl::commented(text + resource);
        for (TerraformGap gap : written.gaps()) {
            gap.pipeline = &pipeline - pipelines.constData();
            whole.gaps += gap;
        }
        parts += text;
    }
    whole.text = parts.join(u'\n');
    return whole;
}

} // namespace Sluice
