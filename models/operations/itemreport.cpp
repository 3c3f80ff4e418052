// SPDX-License-Identifier: Apache-2.0
#include "models/operations/itemreport.h"

#include "models/operations/batchrun.h"
#include "models/operations/operation.h"

namespace Sluice {

namespace {

ItemState stateUnderWay(const Operation *operation)
{
    return operation && operation->stage() == Operation::Stage::Checking ? ItemState::Reading
                                                                         : ItemState::Saving;
}

QString doneText(const WriteOutcome &outcome, const QString &done)
{
    return outcome.found.isEmpty() ? done : done + u' ' + outcome.found;
}

} // namespace

ItemReport itemReport(const BatchRun &run, int item, const QString &done)
{
    switch (run.state(item)) {
    case BatchRun::State::Waiting: return {ItemState::Waiting};
    case BatchRun::State::Running: return {stateUnderWay(run.operation(item))};
    case BatchRun::State::Done: return {ItemState::Done, doneText(run.outcome(item), done)};
    case BatchRun::State::Failed: return {ItemState::Failed, run.outcome(item).text()};
    case BatchRun::State::Unknown:
        return {run.outcome(item).isOpen() ? ItemState::Unknown : ItemState::NotSeen,
                run.outcome(item).text()};
    case BatchRun::State::NotSent: return {ItemState::NotSent, run.reason(item)};
    }
    return {};
}

} // namespace Sluice
