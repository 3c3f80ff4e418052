// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/arguments/verbs.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr OptionSet talking = commonOptions | placeOptions;
constexpr OptionSet printing = talking | OptionSet{OptionId::Output, OptionId::Json};
constexpr OptionSet listing = printing | OptionSet{OptionId::AllProjects};
constexpr OptionSet sifting = listing | OptionSet{OptionId::Filter};

constexpr Operand project{OperandKind::Project};
constexpr Operand maybeProject{OperandKind::Project, true};
constexpr Operand pipeline{OperandKind::Pipeline};
constexpr Operand maybePipeline{OperandKind::Pipeline, true};
constexpr Operand file{OperandKind::File};
constexpr Operand fileOrFolder{OperandKind::FileOrFolder};

constexpr std::array maybeOfProject{maybeProject};
constexpr std::array ofPipeline{project, pipeline};
constexpr std::array ofAnything{maybeProject, maybePipeline};
constexpr std::array ofWait{project, pipeline, Operand{OperandKind::State}};
constexpr std::array ofCreate{project, file};
constexpr std::array ofUpdate{project, pipeline, file};
constexpr std::array ofExport{project, Operand{OperandKind::Folder}};
constexpr std::array ofFiles{project, fileOrFolder};
constexpr std::array ofHelp{Operand{OperandKind::Command, true}};
constexpr std::array ofCompletion{Operand{OperandKind::Shell}};

constexpr std::array verbRows{
    VerbInfo{CommandVerb::Projects,
             "projects",
             "",
             VerbGroup::Look,
             {},
             printing,
             QT_TRANSLATE_NOOP("CommandLine", "List the projects."),
             "",
             "projects --region eu1\n"
             "projects --region eu1 --output name"},
    VerbInfo{
        CommandVerb::Environments, "environments", "", VerbGroup::Look, maybeOfProject, listing,
        QT_TRANSLATE_NOOP("CommandLine", "List a project's environments and their runners."), "",
        "environments Test-project --region eu1\n"
        "environments --all-projects --region eu1"},
    VerbInfo{CommandVerb::Agents,
             "agents",
             "runners",
             VerbGroup::Look,
             {},
             printing,
             QT_TRANSLATE_NOOP("CommandLine", "List the account's runners (agents)."),
             "",
             "agents --region eu1"},
    VerbInfo{CommandVerb::Pipelines, "pipelines", "list", VerbGroup::Look, maybeOfProject, sifting,
             QT_TRANSLATE_NOOP("CommandLine", "List a project's streaming pipelines."),
             QT_TRANSLATE_NOOP("CommandLine",
                               "With --output json or yaml the definitions are printed as the "
                               "server has them; with --all-projects each one also names its "
                               "project."),
             "pipelines Test-project --region eu1\n"
             "pipelines --all-projects --region eu1 --output json\n"
             "pipelines --all-projects --region eu1 --filter host~db1"},
    VerbInfo{CommandVerb::Get, "get", "", VerbGroup::Look, ofPipeline, printing,
             QT_TRANSLATE_NOOP("CommandLine", "Show a definition."),
             QT_TRANSLATE_NOOP("CommandLine",
                               "With --output json or yaml it is printed as the server has it, "
                               "numbers digit for digit."),
             "get Test-project orders --region eu1\n"
             "get Test-project orders --region eu1 --output yaml"},
    VerbInfo{CommandVerb::Status, "status", "", VerbGroup::Look, ofAnything, sifting,
             QT_TRANSLATE_NOOP("CommandLine",
                               "Show the state of a pipeline, of a project's, or of all."),
             QT_TRANSLATE_NOOP("CommandLine",
                               "Of one pipeline the state alone is printed; of a project, and of "
                               "all projects, a table. A pipeline whose state cannot be read is "
                               "named on stderr and makes the exit code; the others are shown all "
                               "the same."),
             "status Test-project orders --region eu1\n"
             "status Test-project --region eu1\n"
             "status --all-projects --region eu1 --output json\n"
             "status --all-projects --region eu1 --filter warehouse=LOAD_WH"},
    VerbInfo{CommandVerb::Wait, "wait", "", VerbGroup::Look, ofWait, printing,
             QT_TRANSLATE_NOOP("CommandLine", "Wait until a pipeline is in a state."),
             QT_TRANSLATE_NOOP(
                 "CommandLine",
                 "STATE is STREAMING, NOT_RUNNING, SNAPSHOTTING, STARTING, STOPPING or UNKNOWN, in "
                 "any case. The exit code is 7 when --timeout runs out before. Who waits for "
                 "STREAMING also gives up, with exit code 1, when the pipeline starts and stops "
                 "again meanwhile."),
             "wait Test-project orders STREAMING --region eu1\n"
             "wait Test-project orders not_running --region eu1 --timeout 600"},
    VerbInfo{CommandVerb::Watch, "watch", "", VerbGroup::Look, ofAnything,
             talking |
                 OptionSet{OptionId::Json, OptionId::Until, OptionId::Interval, OptionId::Metrics},
             QT_TRANSLATE_NOOP("CommandLine", "Print each change of state as it is seen."),
             QT_TRANSLATE_NOOP(
                 "CommandLine",
                 "watch prints the states that it finds, then a line for each change that it sees, "
                 "and one when the API stops answering, or answers again. Without PROJECT it "
                 "watches all projects. With --json each line is an object. It ends by Ctrl-C or "
                 "SIGTERM, exit code 0, or with --until; where --timeout is given, too, the exit "
                 "code is 7 when that runs out before.\n\n"
                 "A change lies between two looks: what came and went in between is not seen. "
                 "--metrics serves /metrics for Prometheus. Everybody who reaches the address can "
                 "read the names of accounts, projects, pipelines and runners there, so it is of "
                 "this computer alone unless you give an IP address."),
             "watch Test-project --region eu1\n"
             "watch Test-project orders --region eu1 --until STREAMING --timeout 600\n"
             "watch --region eu1 --json\n"
             "watch --region eu1 --metrics 9464"},
    VerbInfo{CommandVerb::Create, "create", "", VerbGroup::Change, ofCreate,
             printing | OptionSet{OptionId::AllowDuplicate, OptionId::Yes},
             QT_TRANSLATE_NOOP("CommandLine", "Create a pipeline from a JSON file (- is stdin)."),
             QT_TRANSLATE_NOOP(
                 "CommandLine",
                 "create asks before it makes a second pipeline of one name; without a terminal it "
                 "refuses, unless --allow-duplicate is given. A secret itself is never sent; what "
                 "only looks like one is asked about, or needs --yes.\n\n"
                 "FILE is a plain file of at most 100 MB, or -, the standard input. A script may "
                 "be run again: the name is looked for right before the pipeline is made, and runs "
                 "on this computer wait for each other. The API itself allows two pipelines of one "
                 "name: other computers and programs can still make one in the moment between that "
                 "look and the creation."),
             "create Test-project orders.json --region eu1\n"
             "create Test-project - --region eu1 --output json < orders.json"},
    VerbInfo{CommandVerb::Update, "update", "", VerbGroup::Change, ofUpdate,
             printing | OptionSet{OptionId::Yes},
             QT_TRANSLATE_NOOP("CommandLine", "Replace a definition by a JSON file (- is stdin)."),
             QT_TRANSLATE_NOOP("CommandLine",
                               "A secret itself is never sent; what only looks like one is asked "
                               "about, or needs --yes. What the server has already is a name.\n\n"
                               "FILE is a plain file of at most 100 MB, or -, the standard input."),
             "update Test-project orders orders.json --region eu1"},
    VerbInfo{
        CommandVerb::Delete, "delete", "", VerbGroup::Change, ofPipeline,
        printing | OptionSet{OptionId::Yes},
        QT_TRANSLATE_NOOP("CommandLine", "Delete a pipeline; asks, and keeps its definition here."),
        QT_TRANSLATE_NOOP("CommandLine",
                          "delete asks, needs --yes without a terminal, and keeps the "
                          "definition in the trash of this computer, from which the window "
                          "can create it again."),
        "delete Test-project orders --region eu1\n"
        "delete Test-project orders --region eu1 --yes"},
    VerbInfo{CommandVerb::Start, "start", "", VerbGroup::Change, ofPipeline,
             printing | OptionSet{OptionId::Wait},
             QT_TRANSLATE_NOOP("CommandLine", "Start a pipeline."),
             QT_TRANSLATE_NOOP("CommandLine",
                               "With --wait it ends when the pipeline streams, also when it was on "
                               "its way already. The exit code is 7 when --timeout runs out "
                               "before; the start itself was received then."),
             "start Test-project orders --region eu1\n"
             "start Test-project orders --region eu1 --wait --timeout 600"},
    VerbInfo{CommandVerb::Stop, "stop", "", VerbGroup::Change, ofPipeline,
             printing | OptionSet{OptionId::Wait},
             QT_TRANSLATE_NOOP("CommandLine", "Stop a pipeline."),
             QT_TRANSLATE_NOOP("CommandLine",
                               "With --wait it ends when the pipeline has stopped, also when it "
                               "was on its way already. The exit code is 7 when --timeout runs out "
                               "before; the stop itself was received then."),
             "stop Test-project orders --region eu1 --wait"},
    VerbInfo{CommandVerb::Export, "export", "", VerbGroup::Files, ofExport,
             printing | OptionSet{OptionId::Yes, OptionId::Prune},
             QT_TRANSLATE_NOOP("CommandLine", "Write a project's definitions to files, one each."),
             QT_TRANSLATE_NOOP("CommandLine",
                               "It asks before it replaces or removes a file, or needs --yes."),
             "export Test-project pipelines/ --region eu1\n"
             "export Test-project pipelines/ --region eu1 --prune --yes"},
    VerbInfo{CommandVerb::Diff, "diff", "", VerbGroup::Files, ofFiles, printing,
             QT_TRANSLATE_NOOP("CommandLine", "Show what files and project say differently."),
             QT_TRANSLATE_NOOP("CommandLine",
                               "The exit code is 5 when they differ. FILE and DIR hold plain files "
                               "of at most 100 MB; FILE may be -, the standard input."),
             "diff Test-project pipelines/ --region eu1\n"
             "diff Test-project orders.json --region eu1 --output json"},
    VerbInfo{CommandVerb::Apply, "apply", "", VerbGroup::Files, ofFiles,
             printing | OptionSet{OptionId::Yes, OptionId::DryRun},
             QT_TRANSLATE_NOOP("CommandLine", "Create and update pipelines by name; deletes none."),
             QT_TRANSLATE_NOOP(
                 "CommandLine",
                 "It shows the differences and asks, or needs --yes. Each pipeline is read right "
                 "before it is replaced, and the project is listed right before one is created. "
                 "FILE and DIR hold plain files of at most 100 MB; FILE may be -, the standard "
                 "input."),
             "apply Test-project pipelines/ --region eu1 --dry-run\n"
             "apply Test-project pipelines/ --region eu1 --yes"},
    VerbInfo{CommandVerb::Secrets, "secrets", "", VerbGroup::Look, maybeOfProject,
             listing | OptionSet{OptionId::Check},
             QT_TRANSLATE_NOOP("CommandLine",
                               "List all references to secrets, who uses them, what is odd."),
             QT_TRANSLATE_NOOP("CommandLine",
                               "secrets without PROJECT reads all projects and compares across "
                               "them; with --output json it prints references (with users), "
                               "findings, and what could not be read (unread). What is silenced in "
                               "the window counts here all the same."),
             "secrets --region eu1\n"
             "secrets Test-project --region eu1 --check"},
    VerbInfo{CommandVerb::Help, "help", "", VerbGroup::Other, ofHelp, commonOptions,
             QT_TRANSLATE_NOOP("CommandLine", "Show help, also of one command."), "",
             "help\nhelp create"},
    VerbInfo{CommandVerb::Version,
             "version",
             "",
             VerbGroup::Other,
             {},
             commonOptions,
             QT_TRANSLATE_NOOP("CommandLine", "Show the version."),
             "",
             "version"},
    VerbInfo{CommandVerb::Completion, "completion", "", VerbGroup::Other, ofCompletion,
             commonOptions,
             QT_TRANSLATE_NOOP("CommandLine",
                               "Print what makes a shell complete commands: bash, zsh, fish."),
             QT_TRANSLATE_NOOP("CommandLine",
                               "In bash: source it from ~/.bashrc, or write it to "
                               "~/.local/share/bash-completion/completions/sluice. In zsh: write "
                               "it to a file _sluice in a folder of $fpath. In fish: write it to "
                               "~/.config/fish/completions/sluice.fish."),
             "completion bash\n"
             "completion fish > ~/.config/fish/completions/sluice.fish"},
};

QLatin1String wordOf(OperandKind kind)
{
    switch (kind) {
    case OperandKind::Project: return QLatin1String("PROJECT");
    case OperandKind::Pipeline: return QLatin1String("PIPELINE");
    case OperandKind::State: return QLatin1String("STATE");
    case OperandKind::File: return QLatin1String("FILE");
    case OperandKind::Folder: return QLatin1String("DIR");
    case OperandKind::FileOrFolder: return QLatin1String("FILE|DIR");
    case OperandKind::Command: return QLatin1String("COMMAND");
    case OperandKind::Shell: return QLatin1String("SHELL");
    }
    return {};
}

} // namespace

QString Operand::form() const
{
    return isOptional ? u"[%1]"_s.arg(wordOf(kind)) : QString(wordOf(kind));
}

QStringList Operand::choices() const
{
    switch (kind) {
    case OperandKind::State:
        return {u"STREAMING"_s, u"NOT_RUNNING"_s, u"SNAPSHOTTING"_s,
                u"STARTING"_s,  u"STOPPING"_s,    u"UNKNOWN"_s};
    case OperandKind::Shell: return {u"bash"_s, u"zsh"_s, u"fish"_s};
    case OperandKind::Command: {
        QStringList names;
        for (const VerbInfo &row : commandVerbs())
            names += QLatin1String(row.name);
        return names;
    }
    case OperandKind::Project:
    case OperandKind::Pipeline:
    case OperandKind::File:
    case OperandKind::Folder:
    case OperandKind::FileOrFolder: break;
    }
    return {};
}

QString VerbInfo::operandForm() const
{
    QStringList forms;
    for (const Operand &operand : operands)
        forms += operand.form();
    return forms.join(u' ');
}

std::span<const VerbInfo> commandVerbs()
{
    return verbRows;
}

const VerbInfo *findVerb(const QString &name)
{
    const auto *found =
        std::find_if(verbRows.begin(), verbRows.end(), [&name](const VerbInfo &row) {
            return !name.isEmpty() &&
                   (name == QLatin1String(row.name) || name == QLatin1String(row.alias));
        });
    return found == verbRows.end() ? nullptr : found;
}

} // namespace Sluice
