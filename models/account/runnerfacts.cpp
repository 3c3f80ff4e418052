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

// As people write it; the word itself where it is none of these.
QString knownName(const QString &word, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (word.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(name);
    }
    return word;
}

} // namespace

QString cloudName(const QString &cloud)
{
    const bool isGoogle = cloud.compare("gcp"_L1, Qt::CaseInsensitive) == 0;
    return isGoogle ? u"Google Cloud"_s : knownName(cloud, {"AWS", "Azure", "Snowflake"});
}

QString deploymentName(const QString &deployment)
{
    return knownName(deployment,
                     {"Fargate", "EKS", "ACI", "AKS", "GKE", "GCE", "Container App", "Native App"});
}

QList<Fact> runnerFacts(const Runner &runner)
{
    QList<Fact> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts.append({label, value});
    };
    add(RunnerText::tr("Status"), firstUpper(runner.status));
    add(RunnerText::tr("Cloud"), cloudName(runner.cloud));
    add(RunnerText::tr("Deployment"), deploymentName(runner.deployment));
    return facts;
}

} // namespace Sluice
