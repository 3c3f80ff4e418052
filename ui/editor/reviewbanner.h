// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/pipelinesave.h"
#include "ui/widgets/banner.h"

namespace Sluice {

// Tells what a review has to say about the server's copy, and about a save that did not come to its
// end, and offers what can be done.
class ReviewBanner final : public Banner
{
    Q_OBJECT

public:
    explicit ReviewBanner(const PipelineSave *save, QWidget *parent = nullptr);

    // For a ready review: the server's copy is not the one that was edited, or these fields look
    // wrong. Hides when there is nothing to say.
    void showMerge(bool hasMovedAgain, const QStringList &wrongFields);
    // The chain was stopped between its steps.
    void showCancelled();
    void showFailure(PipelineSave::Step step, const ApiError &error);

Q_SIGNALS:
    void againRequested();
    // The user wants to start the pipeline that was stopped for the save.
    void startRequested();

private:
    void addAgain(const QString &verb);
    void addStart(const QString &verb);
    QString factOf(PipelineSave::Step step) const;

    const PipelineSave *m_save;
};

} // namespace Sluice
