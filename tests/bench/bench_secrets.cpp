// SPDX-License-Identifier: Apache-2.0
// The references of 10,000 pipelines: the index as the lists come from the server, one change, all
// findings, the models over them, the list below a line where a reference is entered. The fleet
// shares some secrets and has some of its own, as fleets do.
#include "models/fleet/fleet.h"
#include "models/references/referencefilter.h"
#include "models/references/referencemapmodel.h"
#include "models/references/referencemonitor.h"
#include "models/references/referencesmodel.h"
#include "models/references/repoint/repointing.h"
#include "models/references/silences.h"
#include "models/support/plurals.h"
#include "tests/bench/figures.h"
#include "ui/form/secret/secretlist.h"
#include "ui/form/secret/secretpart.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int pipelines = 10'000;
constexpr int projects = 100;
constexpr int rounds = 9;
const QString account = u"acc"_s;

double elapsedMs(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

QJsonObject azure(const QString &vault, const QString &name)
{
    return {{u"secretType"_s, u"AZURE_KEY_VAULT"_s},
            {u"secretLocation"_s, vault},
            {u"secretName"_s, name}};
}

// A password of its own, Snowflake's key shared with all of its vault.
QJsonObject definition(int number, const QString &password)
{
    const QString vault = u"vault-%1"_s.arg(number % 7);
    const QJsonObject authentication{{u"type"_s, u"key-pair"_s},
                                     {u"privateKey"_s, azure(vault, u"snowflake-key"_s)},
                                     {u"passphrase"_s, azure(vault, u"snowflake-phrase"_s)}};
    const QJsonObject source{
        {u"type"_s, u"sqlserver"_s},
        {u"connection"_s, QJsonObject{{u"host"_s, u"db-%1.example.org"_s.arg(number / 4)},
                                      {u"database"_s, u"orders"_s},
                                      {u"username"_s, u"cdc"_s},
                                      {u"password"_s, azure(vault, password)}}}};
    const QJsonObject target{{u"type"_s, u"snowflake"_s},
                             {u"connection"_s, QJsonObject{{u"authentication"_s, authentication}}}};
    return {{u"streamingPipelineId"_s, QString::number(number)},
            {u"name"_s, u"pipeline-%1"_s.arg(number)},
            {u"agentId"_s, u"agent-%1"_s.arg(number)},
            {u"streamingSource"_s, source},
            {u"streamingTarget"_s, target}};
}

QList<QJsonArray> lists(const QString &prefix)
{
    QList<QJsonArray> all(projects);
    for (int number = 0; number < pipelines; ++number)
        all[number % projects].append(definition(number, prefix + QString::number(number)));
    return all;
}

void give(Fleet &fleet, const QList<QJsonArray> &all)
{
    for (int project = 0; project < projects; ++project)
        fleet.pipelines()->setPipelines(
            account, u"PROD"_s, {QString::number(project), u"project"_s, {}}, all.at(project));
}

// Reads as the window does, with the monitor or without it.
Figures reading(const QString &name, bool withMonitor)
{
    Figures figures{name, u"ms"_s, {}};
    const QList<QJsonArray> all = lists(u"secret-"_s);
    for (int round = 0; round < rounds; ++round) {
        QTemporaryDir dir;
        QSettings settings(dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
        Silences silences(&settings);
        Fleet fleet;
        std::unique_ptr<ReferenceMonitor> monitor;
        if (withMonitor)
            monitor = std::make_unique<ReferenceMonitor>(&fleet, &silences);
        figures.values += elapsedMs([&] {
            give(fleet, all);
            QCoreApplication::processEvents();
        });
        if (withMonitor && monitor->index().pipelines().size() != pipelines)
            qFatal("The index lacks pipelines.");
    }
    return figures;
}

// All models that one window has over the monitor, and what a change costs them.
class Bench
{
public:
    Bench()
    {
        give(m_fleet, lists(u"secret-"_s));
        m_keys = m_fleet.pipelines()->keys(account);
        settle();
        m_filter.setSourceModel(&m_model);
        m_filter.sort(ReferencesModel::ChecksColumn, Qt::DescendingOrder);
    }

    void run()
    {
        Figures all{u"all findings of 10,000 pipelines"_s, u"ms"_s, {}};
        for (int round = 0; round < rounds; ++round) {
            ReferenceIndex index;
            for (const PipelineKey &key : m_keys)
                index.put(*m_monitor.index().pipeline(key));
            qsizetype count = 0;
            all.values += elapsedMs([&] {
                for (const PipelineKey &key : m_keys)
                    count += referenceFindings(index, key).size();
            });
        }
        print(all.line());
        print(withFindings(u"references with findings, first time"_s, 1).line());
        maps();
        typing();
        oneChange(u"one pipeline changes"_s, u"mine-"_s);
        oneChange(u"one pipeline changes what many share"_s, u"snowflake-key"_s);
        warn();
        manyChange();
    }

private:
    void settle() { QCoreApplication::processEvents(); }

    Figures withFindings(const QString &name, int times)
    {
        Figures figures{name, u"ms"_s, {}};
        for (int round = 0; round < times; ++round)
            figures.values += elapsedMs([this] { m_model.withFindings(); });
        return figures;
    }

    // From here on both follow changes, as on a page where both were shown.
    void maps()
    {
        for (const auto mode :
             {ReferenceMapModel::Mode::ByVault, ReferenceMapModel::Mode::ByRunner}) {
            const bool isByVault = mode == ReferenceMapModel::Mode::ByVault;
            Figures made{isByVault ? u"map by vault"_s : u"map by runner"_s, u"ms"_s, {}};
            for (int round = 0; round < rounds; ++round) {
                made.values +=
                    elapsedMs([&] { const ReferenceMapModel model(&m_fleet, &m_monitor, mode); });
            }
            print(made.line());
            m_maps.push_back(std::make_unique<ReferenceMapModel>(&m_fleet, &m_monitor, mode));
        }
    }

    // Typing into a line with the list below it, as in the form, while the fleet changes now and
    // then.
    void typing()
    {
        QWidget window;
        SecretPart line(&window);
        SecretList list({&m_fleet, &m_monitor}, u"password"_s, &window);
        list.offerAt(&line);
        window.show();
        Figures first{u"first key over 10,000 references"_s, u"ms"_s, {}};
        Figures next{u"next key over 10,000 references"_s, u"ms"_s, {}};
        for (int round = 0; round < rounds; ++round) {
            m_fleet.pipelines()->putPipeline(
                account, u"PROD"_s, {QString::number(round), u"project"_s, {}},
                definition(round, u"typed-"_s + QString::number(round)));
            settle();
            line.clear();
            window.activateWindow();
            line.setFocus();
            if (!QTest::qWaitForWindowActive(&window) || !line.hasFocus())
                qFatal("The line has no focus.");
            first.values += elapsedMs([&line] { QTest::keyClick(&line, Qt::Key_S); });
            for (const auto key : {Qt::Key_E, Qt::Key_C, Qt::Key_R})
                next.values += elapsedMs([&line, key] { QTest::keyClick(&line, key); });
            if (!QApplication::activePopupWidget())
                qFatal("No list.");
            QApplication::activePopupWidget()->hide();
        }
        print(first.line());
        print(next.line());
    }

    void oneChange(const QString &name, const QString &secret)
    {
        Figures change{name + u", index and models"_s, u"ms"_s, {}};
        Figures after{name + u", then count findings"_s, u"ms"_s, {}};
        for (int round = 0; round < rounds * 3; ++round) {
            const QString next = secret.endsWith(u'-') ? secret + QString::number(round) : secret;
            const Project project{QString::number(round), u"project"_s, {}};
            change.values += elapsedMs([&] {
                m_fleet.pipelines()->putPipeline(account, u"PROD"_s, project,
                                                 definition(round, next));
                settle();
            });
            after.values += withFindings({}, 1).values;
        }
        print(change.line());
        print(after.line());
    }

    // While the user types what a vault's references shall become.
    void warn()
    {
        Repointing move{{}, {u"AZURE_KEY_VAULT"_s, u"elsewhere"_s, {}, {}}};
        const QList<SecretReference> all = m_monitor.index().references();
        for (const SecretReference &reference : all) {
            if (reference.location == "vault-1"_L1)
                move.from.insert(reference);
        }
        Figures figures{u"warnings of a vault that moves"_s, u"ms"_s, {}};
        for (int round = 0; round < rounds; ++round)
            figures.values += elapsedMs([&] { (void)move.warnings(m_monitor.index()); });
        print(figures.line());
    }

    void manyChange()
    {
        Figures change{u"all passwords change"_s, u"ms"_s, {}};
        for (int round = 0; round < 3; ++round) {
            const QList<QJsonArray> all = lists(u"round-%1-"_s.arg(round));
            change.values += elapsedMs([&] {
                give(m_fleet, all);
                settle();
            });
        }
        print(change.line());
        Figures away{u"the account goes"_s, u"ms"_s, {}};
        away.values += elapsedMs([this] {
            m_fleet.pipelines()->removeAccount(account);
            settle();
        });
        print(away.line());
    }

    QTemporaryDir m_dir;
    QSettings m_settings{m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Silences m_silences{&m_settings};
    Fleet m_fleet;
    ReferenceMonitor m_monitor{&m_fleet, &m_silences};
    ReferencesModel m_model{&m_monitor};
    ReferenceFilter m_filter;
    std::vector<std::unique_ptr<ReferenceMapModel>> m_maps;
    QList<PipelineKey> m_keys;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    installPlurals();
    print(reading(u"10,000 definitions taken, without the monitor"_s, false).line());
    print(reading(u"10,000 definitions taken, index built"_s, true).line());
    Bench().run();
    return 0;
}
