// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/pipelinesave.h"
#include "ui/widgets/banner.h"

namespace Sluice {

// What a review has to say of the server's copy and of a save that ended before its end, and what
// can be done then.
class ReviewBanner final : public Banner
{
    Q_OBJECT

public:
    explicit ReviewBanner(const PipelineSave *save, QWidget *parent = nullptr);

    // Of the review that is ready: that the server's copy is not the one that was edited, or which
    // fields look wrong. Hides when there is nothing to say.
    void showMerge(bool hasMovedAgain, const QStringList &wrongFields);
    // The chain was stopped between its steps.
    void showCancelled();
    void showFailure(PipelineSave::Step step, const ApiError &error);

Q_SIGNALS:
    void againRequested();
    // The pipeline that was stopped for the save is to run.
    void startRequested();

private:
    void addAgain(const QString &verb);
    void addStart(const QString &verb);
    QString factOf(PipelineSave::Step step) const;

    const PipelineSave *m_save;
};

} // namespace Sluice
