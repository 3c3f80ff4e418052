// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/transfercommands.h"

#include "models/account/account.h"
#include "models/definition/definition.h"
#include "models/definition/secret/secretguard.h"
#include "models/exchange/files/portable.h"
#include "models/fleet/fleet.h"
#include "models/json/jsontext.h"
#include "models/store/localstore.h"
#include "ui/shared/actions.h"
#include "ui/shared/messagebox.h"
#include "ui/transfer/comparedialog.h"
#include "ui/transfer/importcommands.h"
#include "ui/trash/trashdialog.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/questionbox.h"
#include "ui/wizard/newpipelines.h"
#include "ui/wizard/pipelinewizard.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QStringList namesIn(Fleet *fleet, const PipelineKey &place)
{
    QStringList names;
    const QList<PipelineKey> keys = fleet->pipelines()->keys(place.account);
    for (const PipelineKey &key : keys) {
        if (key.project == place.project)
            names += Definition::name(fleet->pipelines()->definition(key));
    }
    return names;
}

} // namespace

TransferCommands::TransferCommands(Fleet *fleet, LocalStore *store, NewPipelines *wizards,
                                   ImportCommands *import, const PathChooser &paths,
                                   QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_store(store)
    , m_wizards(wizards)
    , m_import(import)
    , m_paths(paths)
    , m_window(window)
{}

void TransferCommands::handle(Actions *actions)
{
    actions->on(ActionId::Duplicate, this, [this, actions] { duplicate(actions->selection()); });
    actions->on(ActionId::NewFromClipboard, this,
                [this, actions] { newFromClipboard(actions->place()); });
    actions->on(ActionId::NewFromFile, this, [this, actions] { newFromFile(actions->place()); });
    actions->on(ActionId::CopyDefinition, this,
                [this, actions] { copyDefinitions(actions->selection()); });
    actions->on(ActionId::Compare, this, [this, actions] { compare(actions->selection()); });
    actions->on(ActionId::Trash, this,
                [this, actions] { showTrash(actions->facts().placeObstacle); });
}

QList<QJsonObject> TransferCommands::definitionsOf(const Selection &selection) const
{
    QList<QJsonObject> definitions;
    for (const SelectedPipeline &one : selection)
        definitions += portableDefinition(m_fleet->pipelines()->definition(one.key));
    return definitions;
}

void TransferCommands::duplicate(const Selection &selection)
{
    if (selection.isEmpty())
        return;
    const PipelineKey &key = selection.first().key;
    QJsonObject copy = definitionsOf({selection.first()}).constFirst();
    const QString name = Definition::name(copy);
    copy["name"_L1] = nameOfCopy(name, namesIn(m_fleet, key));
    m_wizards->openFrom({key.account, key.project, {}}, copy, name);
}

void TransferCommands::newFromClipboard(const ProjectPlace &place)
{
    const QString text = QGuiApplication::clipboard()->text();
    const ImportReading reading = readImport(text.toUtf8(), tr("Clipboard"));
    if (text.trimmed().isEmpty() || reading.entries.isEmpty()) {
        showMessage(m_window, tr("The clipboard holds no text."),
                    tr("Copy the JSON of a pipeline first."));
        return;
    }
    begin(reading, place, tr("The clipboard holds no pipeline definition."));
}

void TransferCommands::newFromFile(const ProjectPlace &place)
{
    m_paths.jsonFiles(
        m_window, tr("Begin a pipeline with a JSON file"), [this, place](const QStringList &paths) {
            if (paths.isEmpty())
                return;
            const QString name = QFileInfo(paths.first()).fileName();
            m_import->read(paths, ReadRun::Subfolders::Told,
                           [this, place, name](const ImportReading &reading) {
                               if (!reading.entries.isEmpty())
                                   begin(reading, place,
                                         tr("%1 holds no pipeline definition.").arg(name));
                           });
        });
}

void TransferCommands::begin(const ImportReading &reading, const ProjectPlace &place,
                             const QString &fault)
{
    const ImportEntry &entry = reading.entries.first();
    if (reading.entries.size() > 1 || !reading.notes.isEmpty())
        m_import->show(reading, place);
    else if (entry.definition)
        beginOne(*entry.definition, place);
    else
        showMessage(m_window, fault, entry.faultText());
}

// A text that another pipeline of the account has as well is a name.
void TransferCommands::beginOne(const QJsonObject &definition, const ProjectPlace &place)
{
    QList<QJsonObject> known;
    const QList<PipelineKey> keys = m_fleet->pipelines()->keys(place.account);
    for (const PipelineKey &key : keys)
        known += m_fleet->pipelines()->definition(key);
    const SecretVerdict doubt = SecretGuard::judge(definition, known);
    if (!doubt.isDoubtful()) {
        m_wizards->openFrom(place, definition, {});
        return;
    }
    auto *box =
        new QuestionBox(tr("Is that the name of a secret, and not the secret itself?"),
                        tr("%1: %2 If it is the secret, it has no place in a definition. %3")
                            .arg(doubt.path.text(), doubt.reason, SecretGuard::storingAdvice({})),
                        tr("It is a name"), QuestionBox::Kind::Plain, m_window);
    connect(box, &QDialog::accepted, this,
            [this, place, definition] { m_wizards->openFrom(place, definition, {}); });
    box->open();
}

void TransferCommands::copyDefinitions(const Selection &selection)
{
    const QList<QJsonObject> definitions = definitionsOf(selection);
    if (definitions.isEmpty())
        return;
    QJsonArray list;
    for (const QJsonObject &definition : definitions)
        list.append(definition);
    const QByteArray text = list.size() == 1 ? jsonText(definitions.first()) : jsonText(list);
    copyToClipboard(QString::fromUtf8(text));
}

void TransferCommands::compare(const Selection &selection)
{
    const QList<QJsonObject> definitions = definitionsOf(selection);
    if (definitions.size() < 2)
        return;
    QHash<QString, QString> runners;
    for (const SelectedPipeline &one : selection.first(2)) {
        if (const Account *account = m_fleet->account(one.key.account))
            runners.insert(account->runnerNames());
    }
    (new CompareDialog(definitions.at(0), definitions.at(1), runners, m_window))->open();
}

void TransferCommands::showTrash(const QString &createObstacle)
{
    if (!m_store)
        return;
    auto *dialog = new TrashDialog(m_store, m_window);
    dialog->setCreateObstacle(createObstacle);
    connect(dialog, &TrashDialog::createRequested, this,
            [this](const TrashEntry &entry, const QJsonObject &definition) {
                const PipelineWizard *wizard =
                    m_wizards->openFrom({entry.key.account, entry.key.project, {}},
                                        portableDefinition(definition), entry.name, entry.leftOut);
                connect(wizard, &PipelineWizard::created, this,
                        [this, id = entry.id] { m_store->trash()->remove({id}); });
            });
    dialog->open();
}

} // namespace Sluice
