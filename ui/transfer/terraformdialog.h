// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/terraform/terraformtext.h"
#include "ui/shared/pathchooser.h"
#include "ui/widgets/dialog.h"

class QCheckBox;

namespace Sluice {

class ReadOnlyText;

// Shows pipelines as configuration for the vendor's Terraform provider, and lists what the provider
// cannot hold.
class TerraformDialog final : public Dialog
{
    Q_OBJECT

public:
    TerraformDialog(const QList<TerraformPipeline> &pipelines, const PathChooser &paths,
                    QWidget *parent = nullptr);

private:
    QLayout *makeButtons();
    QWidget *makeGaps();
    void showText();
    void save();
    void write(const QString &path);

    QList<TerraformPipeline> m_pipelines;
    PathChooser m_paths;
    ReadOnlyText *m_text;
    QCheckBox *m_withProvider;
};

} // namespace Sluice
