// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/arguments/options.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Help shows them in this order.
constexpr std::array optionRows{
    OptionInfo{OptionId::Region, "region", "", "NAME", "us1 eu1 au1",
               QT_TRANSLATE_NOOP("CommandLine", "Region of the account: us1, eu1 or au1.")},
    OptionInfo{OptionId::Url, "url", "", "BASE", "",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Address of the API up to and with /dpc, instead of a region.")},
    OptionInfo{OptionId::TokenUrl, "token-url", "", "URL", "",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Address that gives tokens; needed with --url and a client id.")},
    OptionInfo{OptionId::AllProjects, "all-projects", "A", "", "",
               QT_TRANSLATE_NOOP("CommandLine", "Of all projects, instead of one.")},
    OptionInfo{OptionId::Filter, "filter", "", "TEXT", "",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Only pipelines with these words, or with path=value or "
                                 "path~text in their definition, as in the window.")},
    OptionInfo{OptionId::Wait, "wait", "", "", "",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "End when the pipeline streams, or has stopped. It also waits for "
                                 "what is on its way already.")},
    OptionInfo{OptionId::DryRun, "dry-run", "", "", "",
               QT_TRANSLATE_NOOP("CommandLine", "Show the differences, send nothing.")},
    OptionInfo{OptionId::Yes, "yes", "y", "", "",
               QT_TRANSLATE_NOOP("CommandLine", "Do not ask; the answer is yes.")},
    OptionInfo{OptionId::AllowDuplicate, "allow-duplicate", "", "", "",
               QT_TRANSLATE_NOOP("CommandLine", "Make another pipeline of a name that is there.")},
    OptionInfo{
        OptionId::Prune, "prune", "", "", "",
        QT_TRANSLATE_NOOP("CommandLine", "Remove the files of pipelines that are not there.")},
    OptionInfo{
        OptionId::Check, "check", "", "", "",
        QT_TRANSLATE_NOOP("CommandLine", "Exit 6 when something may be wrong with a reference.")},
    OptionInfo{OptionId::Until, "until", "", "STATE",
               "STREAMING NOT_RUNNING SNAPSHOTTING STARTING STOPPING UNKNOWN",
               QT_TRANSLATE_NOOP("CommandLine", "End when all that is watched is in this state.")},
    OptionInfo{OptionId::Interval, "interval", "", "S", "",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Seconds after which a pipeline is asked again, if the rate limit "
                                 "allows it (10).")},
    OptionInfo{OptionId::Metrics, "metrics", "", "ADDRESS", "",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Serve metrics for Prometheus here: PORT of this computer alone, "
                                 "or IP:PORT.")},
    OptionInfo{OptionId::Output, "output", "o", "FORMAT", "table json yaml name",
               QT_TRANSLATE_NOOP("CommandLine", "How to print: table, json, yaml or name.")},
    OptionInfo{OptionId::Json, "json", "", "", "",
               QT_TRANSLATE_NOOP("CommandLine", "The same as --output json.")},
    OptionInfo{OptionId::Timeout, "timeout", "", "S", "",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Longest wait, for a state or as a server asks for it, in seconds "
                                 "(120; the window's pictures 300).")},
    OptionInfo{OptionId::Quiet, "quiet", "q", "", "",
               QT_TRANSLATE_NOOP("CommandLine", "Print results and errors, and nothing else.")},
    OptionInfo{
        OptionId::Color, "color", "", "WHEN", "auto always never",
        QT_TRANSLATE_NOOP("CommandLine",
                          "Colours: auto (on a terminal, without NO_COLOR), always, never.")},
    OptionInfo{OptionId::Sandbox, "sandbox", "", "", "",
               QT_TRANSLATE_NOOP("CommandLine", "Start a local sandbox and connect to it.")},
    OptionInfo{
        OptionId::Seed, "seed", "", "WHAT", "",
        QT_TRANSLATE_NOOP("CommandLine", "What the sandbox holds: guide, demo or a number.")},
    OptionInfo{OptionId::Theme, "theme", "", "MODE", "light dark system",
               QT_TRANSLATE_NOOP("CommandLine", "light, dark or system.")},
    OptionInfo{
        OptionId::Screenshot, "screenshot", "", "FILE", "",
        QT_TRANSLATE_NOOP("CommandLine",
                          "Write a picture of the window when the dashboard is complete, then "
                          "end.")},
    OptionInfo{OptionId::PrintPainted, "print-painted", "", "", "",
               QT_TRANSLATE_NOOP("CommandLine",
                                 "Say on stdout when all pipelines are painted, then end.")},
    OptionInfo{OptionId::PrintKept, "print-kept", "", "", "",
               QT_TRANSLATE_NOOP("CommandLine", "Say on stdout when the pipelines that were kept "
                                                "here are painted, then end.")},
    OptionInfo{OptionId::Help, "help", "h", "", "",
               QT_TRANSLATE_NOOP("CommandLine", "Show help, also of one command.")},
    OptionInfo{OptionId::Version, "version", "Vv", "", "",
               QT_TRANSLATE_NOOP("CommandLine", "Show the version.")},
};

} // namespace

QStringList OptionInfo::choiceList() const
{
    return QString::fromLatin1(choices).split(u' ', Qt::SkipEmptyParts);
}

QString OptionInfo::form() const
{
    QString form = *letters == '\0' ? QString() : u"-%1, "_s.arg(QLatin1Char(*letters));
    form += u"--"_s + QLatin1String(name);
    return takesValue() ? form + u' ' + QLatin1String(value) : form;
}

std::span<const OptionInfo> allOptions()
{
    return optionRows;
}

const OptionInfo &optionInfo(OptionId id)
{
    return *std::find_if(optionRows.begin(), optionRows.end(),
                         [id](const OptionInfo &row) { return row.id == id; });
}

} // namespace Sluice
