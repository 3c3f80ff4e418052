// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"
#include "ui/shared/draftoffers.h"
#include "ui/shared/pathchooser.h"

#include <QObject>

class QWidget;

namespace Sluice {

class Actions;
class BannerArea;
class Fleet;
class LocalStore;
class PipelineWizard;
class ReferenceMonitor;

// Opens the wizard over the window: empty, from a definition, or with what was typed before. Offers
// the drafts of former wizards in the banners.
class NewPipelines final : public QObject
{
    Q_OBJECT

public:
    // store may be null: nothing is kept. secrets may be null: no references are suggested. All
    // outlive it.
    NewPipelines(Fleet *fleet, LocalStore *store, const ReferenceMonitor *secrets,
                 const PathChooser &paths, BannerArea *banners, QWidget *window);

    // Connects its actions.
    void handle(Actions *actions);

    PipelineWizard *open(const ProjectPlace &place);
    // definition: without a pipeline's id. origin: what it comes from, for the title; may be empty.
    // missing: where secrets were left out of it.
    PipelineWizard *openFrom(const ProjectPlace &place, const QJsonObject &definition,
                             const QString &origin, const QList<DefinitionPath> &missing = {});

Q_SIGNALS:
    void created(const Sluice::PipelineKey &key);

private:
    PipelineWizard *make(const ProjectPlace &place);
    void goOn(const Draft &draft);

    Fleet *m_fleet;
    LocalStore *m_store;
    const ReferenceMonitor *m_secrets;
    PathChooser m_paths;
    QWidget *m_window;
    DraftOffers m_drafts;
};

} // namespace Sluice
