// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/polling/polloutlook.h"

#include "models/support/agetext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct OutlookWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::PollOutlook)
};

// In whole seconds, at least one.
QString spanText(std::chrono::milliseconds span)
{
    const QDateTime begun = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    const auto seconds =
        std::max(std::chrono::ceil<std::chrono::seconds>(span), std::chrono::seconds(1));
    return durationText(begun, begun.addSecs(seconds.count()));
}

} // namespace

QString PollOutlook::text() const
{
    const QString before = asked ? OutlookWords::tr("Asked %1 ago.").arg(spanText(*asked))
                                 : OutlookWords::tr("Not asked yet.");
    const QString soon = spanText(next);
    QString after;
    switch (wait) {
    case Wait::None:
        return asked ? OutlookWords::tr("Asked %1 ago; the answer is on its way.")
                           .arg(spanText(*asked))
                     : before;
    case Wait::Interval: after = OutlookWords::tr("Next in about %1.").arg(soon); break;
    case Wait::Turn:
        after = OutlookWords::tr("Next in about %1: others come first, and the account allows %Ln "
                                 "check(s) a minute.",
                                 nullptr, perMinute)
                    .arg(soon);
        break;
    case Wait::Failures:
        after = OutlookWords::tr("Next in about %1: it waits longer after %Ln failed check(s).",
                                 nullptr, failures)
                    .arg(soon);
        break;
    case Wait::Outage:
        after = OutlookWords::tr("The account does not answer: one check at a time tries, the "
                                 "next in about %1.")
                    .arg(soon);
        break;
    case Wait::Paused: after = OutlookWords::tr("Checks are paused now."); break;
    }
    return before + u' ' + after;
}

} // namespace Sluice
