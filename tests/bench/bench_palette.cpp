// SPDX-License-Identifier: Apache-2.0
// The palette over 10,000 pipelines: until it is open, and each key until the list is painted.
#include "models/fleet/fleet.h"
#include "models/support/plurals.h"
#include "tests/bench/figures.h"
#include "ui/palette/palettedialog.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int pipelines = 10'000;
constexpr int projects = 100;
constexpr int rounds = 15;

double elapsedMs(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

void give(Fleet &fleet)
{
    static const QStringList subjects{u"orders"_s, u"crm"_s,     u"stock"_s,  u"payments"_s,
                                      u"routes"_s, u"tickets"_s, u"claims"_s, u"vouchers"_s};
    static const QStringList types{u"sqlserver"_s, u"postgres"_s, u"mysql"_s, u"oracle"_s};
    QList<QJsonArray> all(projects);
    for (int number = 0; number < pipelines; ++number) {
        const QString name =
            u"%1-%2-%3"_s.arg(subjects.at(number % subjects.size()),
                              types.at(number / 8 % types.size()), QString::number(number));
        all[number % projects].append(
            QJsonObject{{u"streamingPipelineId"_s, QString::number(number)}, {u"name"_s, name}});
    }
    for (int project = 0; project < projects; ++project)
        fleet.pipelines()->setPipelines(
            u"acc"_s, u"PROD"_s, {QString::number(project), u"project-%1"_s.arg(project), {}},
            all.at(project));
    fleet.pipelines()->flush();
}

PaletteModel::Content content()
{
    PaletteModel::Content content;
    for (int i = 0; i < 50; ++i)
        content.entries += {.id = u"action/%1"_s.arg(i), .text = u"Action %1"_s.arg(i)};
    for (int i = 0; i < projects; ++i)
        content.entries += {.section = PaletteEntry::Section::Projects,
                            .id = u"project/acc/%1"_s.arg(i),
                            .text = u"project-%1"_s.arg(i),
                            .detail = u"PROD"_s};
    for (const QString &verb : {u"Start"_s, u"Stop"_s, u"Edit"_s, u"Open"_s, u"Delete"_s})
        content.verbs += {.id = verb.toLower(), .text = verb};
    return content;
}

void measure(Fleet &fleet, const RecentChoices &recent, QWidget &window, const QString &typed)
{
    Figures opening{u"palette opens"_s, u"ms"_s, {}};
    QList<Figures> keys;
    for (qsizetype i = 0; i < typed.size(); ++i)
        keys += {u"key %1 of \"%2\""_s.arg(i + 1).arg(typed), u"ms"_s, {}};
    Figures back{u"backspace after \"%1\""_s.arg(typed), u"ms"_s, {}};
    for (int round = 0; round < rounds; ++round) {
        PaletteDialog *palette = nullptr;
        opening.values += elapsedMs([&] {
            palette = new PaletteDialog(fleet.pipelines(), &recent, content(), &window);
            palette->openOver(&window);
            palette->repaint();
        });
        auto *edit = palette->findChild<QLineEdit *>();
        for (qsizetype i = 0; i < typed.size(); ++i)
            keys[i].values += elapsedMs([&] {
                QTest::keyClick(edit, typed.at(i).toLatin1());
                palette->repaint();
            });
        if (edit->text() != typed)
            qFatal("The keys did not arrive.");
        back.values += elapsedMs([&] {
            QTest::keyClick(edit, Qt::Key_Backspace);
            palette->repaint();
        });
        palette->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    print(opening.line());
    for (const Figures &one : keys)
        print(one.line());
    print(back.line());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    const Theme theme(application, Theme::Mode::Light);
    Fleet fleet;
    give(fleet);
    QTemporaryDir dir;
    QSettings settings(dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    RecentChoices recent(&settings);
    recent.add(u"action/7"_s);
    QWidget window;
    window.resize(1440, 900);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        qFatal("No window.");
    for (const QString &typed : {u"orders"_s, u"stop crm"_s, u"st sql 99"_s})
        measure(fleet, recent, window, typed);
    return 0;
}
