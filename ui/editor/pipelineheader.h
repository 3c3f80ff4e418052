// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"

#include <QWidget>

namespace Sluice {

class Actions;
class BadgeLabel;
class TextLabel;
class PipelineModel;

// Which pipeline is shown: name, badge, where it belongs, and the actions on it.
class PipelineHeader final : public QWidget
{
    Q_OBJECT

public:
    PipelineHeader(const PipelineModel *model, const Actions &actions, QWidget *parent = nullptr);

    // place: "PROD › Sales". The badge comes from the model, when the pipeline is there.
    void showPipeline(const PipelineKey &key, const QString &name, const QString &place);

    // The pipeline that it shows; invalid before the first.
    const PipelineKey &key() const { return m_key; }

private:
    const PipelineModel *m_model;
    TextLabel *m_name;
    BadgeLabel *m_badge;
    TextLabel *m_path;
    PipelineKey m_key;
};

} // namespace Sluice
