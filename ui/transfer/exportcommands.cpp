// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/exportcommands.h"

#include "models/account/projectplace.h"
#include "models/exchange/files/exportrun.h"
#include "models/fleet/fleet.h"
#include "ui/shared/actions.h"
#include "ui/shared/messagebox.h"
#include "ui/transfer/runprogress.h"
#include "ui/transfer/terraformdialog.h"
#include "ui/widgets/questionbox.h"

#include <QDir>
#include <QMap>
#include <QPushButton>

#include <numeric>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype exportNamesShown = 10;

QString shortList(const QStringList &names)
{
    QStringList shown = names.first(qMin(names.size(), exportNamesShown));
    if (names.size() > exportNamesShown)
        shown += ExportCommands::tr("and %Ln more", nullptr, int(names.size() - exportNamesShown));
    return shown.join(u'\n');
}

QStringList namesWithin(const QString &folder, const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths)
        names += QDir(folder).relativeFilePath(path);
    return names;
}

} // namespace

ExportCommands::ExportCommands(Fleet *fleet, const PathChooser &paths, QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_paths(paths)
    , m_window(window)
{}

void ExportCommands::handle(Actions *actions)
{
    actions->on(ActionId::Export, this, [this, actions] { exportPipelines(actions->selection()); });
    actions->on(ActionId::ExportProject, this,
                [this, actions] { exportProject(actions->place()); });
    actions->on(ActionId::Terraform, this,
                [this, actions] { showTerraform(actions->selection()); });
}

void ExportCommands::exportPipelines(const Selection &selection)
{
    // By name, then id, so that the order of a list does not change a folder's name.
    QMap<QStringList, ExportFolder> projects;
    const PipelineModel *pipelines = m_fleet->pipelines();
    for (const SelectedPipeline &one : selection) {
        const QString name =
            pipelines->index(pipelines->rowOf(one.key), PipelineModel::ProjectColumn)
                .data()
                .toString();
        ExportFolder &project = projects[{name, one.key.account, one.key.project}];
        project.name = name;
        project.definitions += pipelines->definition(one.key);
    }
    if (projects.size() > 1)
        askForFolders(projects.values());
    else if (!projects.isEmpty())
        chooseFolder({{{}, projects.first().definitions}}, Scope::SomePipelines);
}

// In one folder, nothing would tell which project a file belongs to.
void ExportCommands::askForFolders(const QList<ExportFolder> &projects)
{
    ExportFolder all;
    for (const ExportFolder &project : projects)
        all.definitions += project.definitions;
    auto *box = new QuestionBox(
        tr("Make a folder for each project?"),
        tr("The pipelines are of %Ln project(s). With a folder each, a project can be imported "
           "by itself.",
           nullptr, int(projects.size())),
        tr("A folder each…"), QuestionBox::Kind::Plain, m_window);
    box->setObjectName(u"exportFoldersQuestion"_s);
    box->preferVerb();
    QPushButton *together = box->addOther(tr("All in one folder…"));
    together->setObjectName(u"exportTogether"_s);
    connect(box, &QDialog::accepted, this,
            [this, projects] { chooseFolder(projects, Scope::SomePipelines); });
    connect(together, &QPushButton::clicked, this,
            [this, all] { chooseFolder({all}, Scope::SomePipelines); });
    box->open();
}

void ExportCommands::exportProject(const ProjectPlace &place)
{
    QList<QJsonObject> definitions;
    const QList<PipelineKey> keys = m_fleet->pipelines()->keys(place.account);
    for (const PipelineKey &key : keys) {
        if (key.project == place.project)
            definitions += m_fleet->pipelines()->definition(key);
    }
    if (definitions.isEmpty())
        showMessage(m_window, tr("This project has no pipelines."), tr("Nothing was exported."));
    else
        chooseFolder({{{}, definitions}}, Scope::WholeProject);
}

void ExportCommands::chooseFolder(const QList<ExportFolder> &folders, Scope scope)
{
    const int count = std::accumulate(folders.begin(), folders.end(), 0,
                                      [](int before, const ExportFolder &folder) {
                                          return before + int(folder.definitions.size());
                                      });
    const QString title = tr("Export %Ln pipeline(s) to a folder", nullptr, count);
    m_paths.targetFolder(m_window, title, [this, folders, scope](const QStringList &paths) {
        if (!paths.isEmpty())
            start(folders, scope, paths.first());
    });
}

void ExportCommands::start(const QList<ExportFolder> &folders, Scope scope, const QString &folder)
{
    auto *run = new ExportRun(folders, folder, this);
    if (scope == Scope::WholeProject) // else files of the same project would be among them
        run->lookForStrays();
    connect(run, &ExportRun::prepared, this, [this, run](const QStringList &replaced) {
        if (replaced.isEmpty())
            write(run);
        else
            askToReplace(run, replaced);
    });
    connect(run, &ExportRun::finished, this,
            [this, folder](const ExportPlan::Outcome &outcome, const QStringList &strays) {
                report(outcome, strays, folder);
            });
    run->prepare();
}

void ExportCommands::askToReplace(ExportRun *run, const QStringList &replaced)
{
    const QStringList names = namesWithin(run->folder(), replaced);
    auto *box = new QuestionBox(tr("Replace %Ln file(s)?", nullptr, int(names.size())),
                                tr("These files say something else:\n%1").arg(shortList(names)),
                                tr("Replace"), QuestionBox::Kind::Plain, m_window);
    connect(box, &QDialog::accepted, this, [this, run] { write(run); });
    connect(box, &QDialog::rejected, run, &QObject::deleteLater);
    box->open();
}

void ExportCommands::write(ExportRun *run)
{
    auto *progress = new RunProgress(tr("Export"), run, m_window);
    const auto show = [progress, run](int files) {
        progress->setText(tr("%L1 of %Ln file(s)", nullptr, run->fileCount()).arg(files));
    };
    connect(run, &ExportRun::progressed, progress, show);
    connect(run, &ExportRun::finished, progress, &RunProgress::finish);
    connect(progress, &RunProgress::cancelled, run, &ExportRun::cancel);
    show(0);
    run->write();
}

void ExportCommands::report(const ExportPlan::Outcome &outcome, const QStringList &strays,
                            const QString &folder)
{
    QStringList lines;
    if (!outcome.same.isEmpty())
        lines += tr("Were there already and say the same: %L1.").arg(outcome.same.size());
    if (outcome.left > 0)
        lines += tr("Given up before: %L1.").arg(outcome.left);
    if (!outcome.problems.isEmpty())
        lines += tr("Not written:\n%1").arg(shortList(outcome.problems));
    if (!strays.isEmpty())
        lines += tr("Left as they are; no pipeline of the project is in them:\n%1")
                     .arg(shortList(namesWithin(folder, strays)));
    lines += tr("Folder: %1").arg(QDir::toNativeSeparators(folder));
    const QString fact = tr("%Ln file(s) were written.", nullptr, int(outcome.written.size()));
    showWritten(m_window, fact, lines.join(u'\n'), folder);
}

void ExportCommands::showTerraform(const Selection &selection)
{
    QList<TerraformPipeline> pipelines;
    for (const SelectedPipeline &one : selection)
        pipelines.append(
            {one.key.project, one.key.pipeline, m_fleet->pipelines()->definition(one.key)});
    if (pipelines.isEmpty())
        return;
    (new TerraformDialog(pipelines, m_paths, m_window))->open();
}

} // namespace Sluice
