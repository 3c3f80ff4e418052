// SPDX-License-Identifier: Apache-2.0
#include "models/account/runnerfacts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct RunnerText {
    Q_DECLARE_TR_FUNCTIONS(Sluice::RunnerFacts)
};

QString firstUpper(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1).toLower();
}

} // namespace

QList<Fact> runnerFacts(const Runner &runner)
{
    QList<Fact> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts.append({label, value});
    };
    add(RunnerText::tr("Status"), firstUpper(runner.status));
    add(RunnerText::tr("Cloud"),
        runner.cloud.size() > 3 ? firstUpper(runner.cloud) : runner.cloud.toUpper());
    add(RunnerText::tr("Deployment"), runner.deployment);
    return facts;
}

} // namespace Sluice
