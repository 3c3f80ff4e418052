// SPDX-License-Identifier: Apache-2.0
#include "tests/support/guideform.h"

#include "tests/support/forminput.h"
#include "ui/wizard/pipelinewizard.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

QJsonObject read(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

const QString vault = u"streaming-key-vault"_s;
const QString azure = u"Azure Key Vault"_s;

// Goes page by page, as a user does.
void goTo(PipelineWizard *wizard, WizardPages::Page page)
{
    while (wizard->page() != page) {
        const WizardPages::Page before = wizard->page();
        FormInput::click(wizard, before < page ? u"next"_s : u"back"_s);
        QVERIFY2(wizard->page() != before, "the page did not change");
    }
}

void fillSource(PipelineWizard *wizard, GuideForm form)
{
    const QString connection = u"streamingSource.connection."_s;
    goTo(wizard, WizardPages::SourceType);
    FormInput::click(wizard, u"streamingSource.type.sqlserver"_s);
    goTo(wizard, WizardPages::SourceConnection);
    FormInput::type(wizard, connection + u"host"_s, u"sqlserver.my-org.com"_s);
    FormInput::type(wizard, connection + u"port"_s, u"1433"_s);
    FormInput::type(wizard, connection + u"database"_s, u"my_database"_s);
    if (form == GuideForm::Valid)
        FormInput::type(wizard, connection + u"username"_s, u"sa"_s);
    FormInput::reference(wizard, connection + u"password"_s, azure, vault, u"sqlserver-password"_s);
    FormInput::addProperty(wizard, connection + u"jdbcProperties"_s, u"lockTimeout"_s, u"Number"_s,
                           u"60"_s);
    goTo(wizard, WizardPages::Tables);
    FormInput::paste(wizard, u"streamingSource.tables.grid"_s,
                     u"my_schema.my_first_table\nmy_schema.my_second_table\n"_s);
}

void fillTarget(PipelineWizard *wizard, GuideForm form)
{
    const QString target = u"streamingTarget."_s;
    goTo(wizard, WizardPages::TargetConnection);
    FormInput::click(wizard, u"streamingTarget.type.snowflake"_s);
    FormInput::type(wizard, target + u"connection.accountName"_s,
                    u"my-snowflake-account.eu-central-1"_s);
    FormInput::type(wizard, target + u"connection.username"_s, u"STREAMING_USER"_s);
    if (form == GuideForm::Valid)
        fillGuideAuthentication(wizard);
    else
        FormInput::choose(wizard, target + u"connection.authentication.type"_s, u"Choose…"_s);
    FormInput::addProperty(wizard, target + u"connection.jdbcProperties"_s, u"networkTimeout"_s,
                           u"Number"_s, u"60"_s);

    goTo(wizard, WizardPages::TargetSettings);
    const QList<QPair<QString, QString>> texts{
        {u"role"_s, u"STREAMING_ROLE"_s},          {u"warehouse"_s, u"STREAMING_WH"_s},
        {u"database"_s, u"STREAMING_DB"_s},        {u"stageSchema"_s, u"STREAMING_SCHEMA"_s},
        {u"stageName"_s, u"STREAMING_STAGE"_s},    {u"stagePrefix"_s, u"MY_STREAMING_PIPELINE"_s},
        {u"tableSchema"_s, u"STREAMING_SCHEMA"_s},
    };
    for (const auto &[key, text] : texts)
        FormInput::type(wizard, target + key, text);
    FormInput::choose(wizard, target + u"tablePrefixType"_s, u"With a prefix · PREFIX"_s);
    FormInput::choose(wizard, target + u"transformationType"_s, u"Change log · CHANGE_LOG"_s);
    FormInput::choose(wizard, target + u"temporalMapping"_s, u"Native types · NATIVE"_s);
}

} // namespace

QJsonObject guideRequest()
{
    return read(u"create-request.json"_s);
}

QJsonObject guideInvalidRequest()
{
    return read(u"create-invalid.json"_s);
}

void fillGuideAuthentication(PipelineWizard *wizard)
{
    const QString authentication = u"streamingTarget.connection.authentication."_s;
    FormInput::choose(wizard, authentication + u"type"_s, u"Key pair · key-pair"_s);
    FormInput::reference(wizard, authentication + u"privateKey"_s, azure, vault,
                         u"snowflake-private-key"_s);
    FormInput::reference(wizard, authentication + u"passphrase"_s, azure, vault,
                         u"snowflake-private-key-passphrase"_s);
}

void fillGuideForm(PipelineWizard *wizard, GuideForm form)
{
    goTo(wizard, WizardPages::Basics);
    FormInput::type(wizard, u"name"_s, u"my-streaming-pipeline"_s);
    fillSource(wizard, form);
    fillTarget(wizard, form);
    goTo(wizard, WizardPages::Advanced);
    FormInput::addProperty(wizard, u"advancedProperties"_s, u"max.batch.size"_s, u"Text"_s,
                           u"40000"_s);
}

} // namespace Sluice::Test
