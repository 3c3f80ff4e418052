// SPDX-License-Identifier: Apache-2.0
#include "models/references/findingstext.h"

#include "models/document/diff.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct FindingsWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::FindingsText)
};

} // namespace

QString findingsText(const QList<ReferenceFinding> &findings, const QJsonObject &definition)
{
    QStringList lines{FindingsWords::tr("%n finding(s):", nullptr, int(findings.size()))};
    for (const ReferenceFinding &finding : findings)
        lines.append(findingText(finding, definition));
    return lines.join(u'\n');
}

QString findingText(const ReferenceFinding &finding, const QJsonObject &definition)
{
    return u"%1: %2\n%3"_s.arg(placeText(definition, finding.path), finding.reason, finding.advice);
}

} // namespace Sluice
